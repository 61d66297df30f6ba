import { render } from 'preact';
render(<p>Dueline</p>, document.getElementById('app')!);
