namespace IamConsole.Core.Attestation.Formats;

/// <summary>No attestation (WebAuthn Level 3, 8.7).</summary>
internal static class NoneStatement
{
    public const string Format = "none";

    private const byte EmptyMap = 0xa0;

    public static Result<VerifiedStatement> Verify(ReadOnlyMemory<byte> statement) =>
        statement.Span is [EmptyMap] ? new VerifiedStatement(AttestationType.None, []) : AttestationErrors.NotEmpty;
}
