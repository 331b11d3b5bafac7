namespace IamConsole.Core.Jobs;

/// <summary>Who takes jobs: a server, known by its data folder, and which of its starts.</summary>
/// <param name="Server">The same at each start with one data folder; of two servers never the same.</param>
/// <param name="Start">New at each start.</param>
public sealed record JobHolder(string Server, string Start)
{
    /// <summary>As <see cref="Job.Holder"/> keeps it.</summary>
    public string Name => $"{Server}/{Start}";

    /// <summary>This start of the server <paramref name="server"/>; a program without a folder of its own is a server of one start.</summary>
    public static JobHolder New(string? server = null) => new(server ?? RandomId.New(), RandomId.New());
}
