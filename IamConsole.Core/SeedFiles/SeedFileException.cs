namespace IamConsole.Core.SeedFiles;

/// <summary>The file as a whole cannot be read. What was read of it before must not be used. The message never holds a seed or key.</summary>
public sealed class SeedFileException(SeedFileFault fault, string message, int? line = null, int? position = null) : Exception(message)
{
    /// <summary>For whoever reads a file to its end and finds <see cref="SeedFile.OnlyEventBased"/>.</summary>
    public static SeedFileException OnlyEventBased => FileFaults.OnlyEventBased;

    /// <summary>The names of columns that are not known, where that is why.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Why.</summary>
    public SeedFileFault Fault => fault;

    /// <summary>The line, from 1, where known.</summary>
    public int? Line => line;

    /// <summary>The character of the line, from 1, where known.</summary>
    public int? Position => position;
}
