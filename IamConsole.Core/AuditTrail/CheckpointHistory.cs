namespace IamConsole.Core.AuditTrail;

/// <summary>
/// What a file of checkpoints tells in its order: which of them the trail must still meet, and where an older database came
/// back. Checkpoints of what was lost then stay in the file.
/// </summary>
internal sealed class CheckpointHistory
{
    private readonly List<Checkpoint> _living = [];
    private readonly List<LostTrail> _lost = [];

    private CheckpointHistory()
    {
    }

    /// <summary>Those that the trail must meet, in their order.</summary>
    public IReadOnlyList<Checkpoint> Living => _living;

    /// <summary>What was lost each time that an older database came back.</summary>
    public IReadOnlyList<LostTrail> Lost => _lost;

    /// <summary>The newest that counts.</summary>
    public Checkpoint? Last => _living is [.., var last] ? last : null;

    /// <summary>Reads them in their order.</summary>
    public static CheckpointHistory Of(IEnumerable<Checkpoint> checkpoints)
    {
        var history = new CheckpointHistory();
        foreach (var checkpoint in checkpoints) history.Add(checkpoint);
        return history;
    }

    private void Add(Checkpoint checkpoint)
    {
        if (checkpoint.RestoredTo is { } row)
        {
            var gone = _living.FindAll(c => c.Sequence > row);
            _living.RemoveAll(gone.Contains);
            _lost.Add(new LostTrail(checkpoint, gone.MaxBy(c => c.Sequence)));
        }

        _living.Add(checkpoint);
    }
}
