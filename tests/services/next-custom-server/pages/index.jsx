import { useEffect, useState } from 'react';

export default function Home() {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    setInterval(() => console.log('still here'), 60000);
  }, []);
  return <p>{now}</p>;
}
