/** Numbers of setns and sendmsg. */
const CALLS: Partial<Record<NodeJS.Architecture, readonly [number, number]>> = {
  x64: [308, 46],
  arm64: [268, 211],
};

/**
 * Perl that enters the network namespace of a process, connects to a port of 127.0.0.1 there, hands
 * the connection over, and ends: a socket stays in the namespace where it was made. The message is
 * what `process.send('', socket)` of Node.js sends. A user other than root must enter the user
 * namespace that owns the network first (ioctl NS_GET_USERNS).
 */
const SCRIPT = `
use Socket;
my ($pid, $port, $setns, $sendmsg, $channel) = @ARGV;
open my $net, '<', "/proc/$pid/ns/net" or die "no namespace to enter: $!";
if ($> != 0) {
  my $owner = ioctl($net, 0xb701, 0) or die "no owner of the namespace: $!";
  syscall($setns, $owner + 0, 0x10000000) == 0 or die "user namespace: $!";
}
syscall($setns, fileno $net, 0x40000000) == 0 or die "network namespace: $!";
socket(my $socket, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
connect($socket, sockaddr_in($port, INADDR_LOOPBACK)) or die "connect: $!";
my $text = qq({"cmd":"NODE_HANDLE","type":"net.Socket","msg":""}\\n);
my $part = pack('P Q', $text, length $text);
my $control = pack('Q l l l x4', 20, SOL_SOCKET, 1, fileno $socket);
my $message = pack('Q L x4 P Q P Q l x4', 0, 0, $part, 1, $control, length $control, 0);
syscall($sendmsg, $channel + 0, $message, 0) > 0 or die "hand over: $!";
open my $answer, '<&=', $channel + 0 or die "channel: $!";
sysread $answer, my $acknowledged, 1000;
`;

/** What perl is given; null on a processor whose calls are not known. @param channel descriptor of Node's channel */
export function joinArguments(
  architecture: NodeJS.Architecture,
  pid: number,
  port: number,
  channel: number,
): string[] | null {
  const calls = CALLS[architecture];
  return calls ? ['-e', SCRIPT, ...[pid, port, ...calls, channel].map(String)] : null;
}
