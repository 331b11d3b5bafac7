using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>What goes over the socket of the page that is open in a window: byte for byte, as a thief on the line would have it.</summary>
internal sealed class CapturedCircuit
{
    private ConcurrentQueue<byte[]> _sent = new();
    private ConcurrentQueue<byte[]> _received = new();

    /// <summary>Begins; each new page begins anew.</summary>
    public CapturedCircuit(IPage page) => page.WebSocket += (_, socket) =>
    {
        var (sent, received) = (_sent, _received) = (new(), new());
        socket.FrameSent += (_, frame) => Keep(sent, frame);
        socket.FrameReceived += (_, frame) => Keep(received, frame);
    };

    /// <summary>What the page sent: first its start, then what was done in it.</summary>
    public IReadOnlyList<byte[]> Sent => [.. _sent];

    /// <summary>The frames with what was done in the page: clicks and typing, answers about them left out.</summary>
    public IReadOnlyList<byte[]> Events => [.. Sent.Where(f => HubMessage.In(f).Any(m => m.Target is "BeginInvokeDotNetFromJS" or "OnLocationChanged"))];

    /// <summary>The frames that start the circuit and put its components in.</summary>
    public IReadOnlyList<byte[]> Beginning => [.. Sent.Where(f => HubMessage.In(f).Any(m => m.Target is "StartCircuit" or "UpdateRootComponents"))];

    /// <summary>The circuit's secret: the one text that the server answers to its start.</summary>
    public string Secret => (string)_received.SelectMany(HubMessage.In).First(m => m.Type == HubMessage.Answer).Values[0]!;

    private static void Keep(ConcurrentQueue<byte[]> frames, IWebSocketFrame frame)
    {
        if (frame.Binary is { } bytes) frames.Enqueue(bytes);
    }
}
