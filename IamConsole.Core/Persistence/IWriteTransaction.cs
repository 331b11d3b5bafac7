namespace IamConsole.Core.Persistence;

/// <summary>A transaction that writes: all of it, or nothing when disposed without <see cref="CommitAsync"/>.</summary>
public interface IWriteTransaction : IAsyncDisposable
{
    /// <summary>Makes it durable.</summary>
    Task CommitAsync(CancellationToken ct);
}
