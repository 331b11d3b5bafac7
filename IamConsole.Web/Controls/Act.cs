namespace IamConsole.Web.Controls;

/// <summary>Something that a person asked for is being done: see <see cref="LivePart.BeginAct"/>.</summary>
public sealed class Act : IDisposable
{
    private readonly LivePart _part;

    internal Act(LivePart part) => _part = part;

    /// <summary>It is done, or was refused.</summary>
    public void Dispose() => _part.Finish();
}
