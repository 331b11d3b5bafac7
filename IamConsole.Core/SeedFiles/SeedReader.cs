namespace IamConsole.Core.SeedFiles;

/// <summary>A reader of one form, opened at its first row.</summary>
internal abstract class SeedReader : IAsyncDisposable
{
    public abstract SeedFileForm Form { get; }

    /// <summary>The file carries a signature that nobody asked to verify.</summary>
    public virtual bool SignatureUnchecked => false;

    public abstract IAsyncEnumerable<SeedRow> ReadRowsAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
