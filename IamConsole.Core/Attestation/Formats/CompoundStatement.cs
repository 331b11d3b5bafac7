using System.Formats.Cbor;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>Compound attestation (WebAuthn Level 3, 8.9): several statements about one credential.</summary>
internal static class CompoundStatement
{
    public const string Format = "compound";

    private const int MostParts = 8;

    /// <summary>The statements to verify: the parts of a compound one, otherwise the statement itself.</summary>
    public static Result<StatementPart[]> Parts(AttestationObject attestation)
    {
        if (attestation.Format != Format) return new StatementPart[] { new(attestation.Format, attestation.Statement) };
        try
        {
            return Read(attestation.Statement);
        }
        catch (Exception error) when (error is CborContentException or InvalidOperationException)
        {
            return AttestationErrors.Syntax(Format);
        }
    }

    private static Result<StatementPart[]> Read(ReadOnlyMemory<byte> statement)
    {
        var reader = new CborReader(statement, CborConformanceMode.Strict);
        var count = reader.ReadStartArray() ?? 0;
        if (count is < 2 or > MostParts) return AttestationErrors.CompoundCount;
        var parts = new StatementPart[count];
        for (var i = 0; i < count; i++)
        {
            if (ReadPart(reader) is not { } part) return AttestationErrors.Syntax(Format);
            if (part.Format == Format) return AttestationErrors.CompoundNested;
            parts[i] = part;
        }

        reader.ReadEndArray();
        return parts;
    }

    // nonCompoundAttStmt: a map with exactly fmt and attStmt.
    private static StatementPart? ReadPart(CborReader reader)
    {
        string? format = null;
        ReadOnlyMemory<byte>? statement = null;
        if (reader.ReadStartMap() != 2) return null;
        for (var i = 0; i < 2; i++)
        {
            switch (reader.ReadTextString())
            {
                case "fmt": format = reader.ReadTextString(); break;
                case "attStmt": statement = reader.ReadEncodedValue(); break;
                default: return null;
            }
        }

        reader.ReadEndMap();
        return format is null || statement is null ? null : new(format, statement.Value);
    }
}
