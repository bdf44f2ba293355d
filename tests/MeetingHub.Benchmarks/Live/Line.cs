using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MeetingHub.Benchmarks.Live;

/// <summary>
/// One participant's connection with the least work that the protocols allow: a WebSocket (RFC 6455) whose frames are masked
/// with zeros, and SignalR's JSON messages found by their separator and read only as far as their first bytes. What the client
/// saves is time that would otherwise be measured as the server's.
/// </summary>
public sealed class Line(Action<Line, ReadOnlySpan<byte>> heard) : IDisposable
{
    private const byte Separator = 0x1e;
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private byte[] buffer = new byte[2048];
    private int filled;
    private byte[] carried = [];

    /// <summary>How many slide changes this participant was told.</summary>
    public int Told { get; set; }

    /// <summary>A participant's line; the presenter hears too, but is nobody's audience.</summary>
    public bool IsCounted { get; init; }

    public TaskCompletionSource<string>? Awaited { get; private set; }

    public static byte[] Ping { get; } = Frame("""{"type":6}""");

    public async Task Connect(Uri server, string path)
    {
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            )
        );
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            await Fill();
        if (!buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 101"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, end));
        Drop(end + 4);
        Awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(Frame("""{"protocol":"json","version":1}"""));
        _ = Listen();
        await Awaited.Task;
    }

    public async Task<string> Call(string target, string arguments)
    {
        Awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(Frame($$"""{"type":1,"invocationId":"1","target":"{{target}}","arguments":[{{arguments}}]}"""));
        return await Awaited.Task;
    }

    public Task<int> Send(byte[] frame) => socket.SendAsync(frame);

    public void Dispose() => socket.Dispose();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                while (TakeFrame()) { }
                await Fill();
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            Awaited?.TrySetException(fault);
        }
    }

    private bool TakeFrame()
    {
        var bytes = buffer.AsSpan(0, filled);
        if (bytes.Length < 2)
            return false;
        var (head, length) = (2, bytes[1] & 0x7f);
        if (length == 126)
        {
            if (bytes.Length < 4)
                return false;
            (head, length) = (4, (bytes[2] << 8) | bytes[3]);
        }
        else if (length == 127)
        {
            if (bytes.Length < 10)
                return false;
            (head, length) = (10, (bytes[6] << 24) | (bytes[7] << 16) | (bytes[8] << 8) | bytes[9]);
        }

        if (bytes.Length < head + length)
            return false;
        var payload = bytes.Slice(head, length);
        switch (bytes[0] & 0x0f)
        {
            case 0 or 1:
                Messages(payload);
                break;
            case 8:
                throw new InvalidOperationException("The server closed the line.");
            case 9:
                socket.Send([0x8a, 0x80, 0, 0, 0, 0]);
                break;
        }

        Drop(head + length);
        return true;
    }

    // A message may be spread over frames, and a frame may hold several.
    private void Messages(ReadOnlySpan<byte> payload)
    {
        if (carried.Length > 0)
            payload = (byte[])[.. carried, .. payload];
        int end;
        while ((end = payload.IndexOf(Separator)) >= 0)
        {
            heard(this, payload[..end]);
            payload = payload[(end + 1)..];
        }

        carried = payload.Length == 0 ? [] : payload.ToArray();
    }

    private async ValueTask Fill()
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
        if (read == 0)
            throw new InvalidOperationException("The server hung up.");
        filled += read;
    }

    private void Drop(int count)
    {
        filled -= count;
        if (filled > 0)
            buffer.AsSpan(count, filled).CopyTo(buffer);
    }

    private static byte[] Frame(string message)
    {
        var text = Encoding.UTF8.GetBytes(message + (char)Separator);
        byte[] head =
            text.Length < 126
                ? [0x81, (byte)(0x80 | text.Length)]
                : [0x81, 0x80 | 126, (byte)(text.Length >> 8), (byte)text.Length];
        return [.. head, 0, 0, 0, 0, .. text];
    }
}
