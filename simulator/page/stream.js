/** The server's events as they happen, followed for as long as the page is open. */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/** Follows /desk/stream: `opened` after each connection, `happened` for each event, `lost` when it breaks. */
export function follow({ opened, happened, lost }) {
  let wait = FIRST_WAIT;
  const connect = () => {
    const source = new EventSource("/desk/stream");
    source.onopen = () => {
      wait = FIRST_WAIT;
      opened();
    };
    source.onmessage = (message) => happened(JSON.parse(message.data));
    source.onerror = () => {
      source.close();
      lost();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  connect();
}
