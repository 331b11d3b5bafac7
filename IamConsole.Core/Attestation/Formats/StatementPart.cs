namespace IamConsole.Core.Attestation.Formats;

/// <summary>One statement that is not compound.</summary>
internal sealed record StatementPart(string Format, ReadOnlyMemory<byte> Statement);
