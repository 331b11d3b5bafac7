namespace IamConsole.Core.FidoMetadata;

/// <summary>What is wrong with an entry.</summary>
/// <param name="Index">Its place in the BLOB, from 0.</param>
/// <param name="Subject">Its identifier or name, where it has one.</param>
/// <param name="Reason">In words.</param>
/// <param name="Kept">The entry is used all the same, without the part that is wrong.</param>
public sealed record MetadataFault(int Index, string Subject, string Reason, bool Kept = false);
