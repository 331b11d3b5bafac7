using System.Formats.Cbor;

namespace IamConsole.Core.WebAuthn;

/// <summary>An attestation object (WebAuthn Level 3, 6.5.4), read but not verified.</summary>
/// <param name="Format">The attestation statement format identifier, e.g. <c>packed</c>.</param>
/// <param name="Statement">The attestation statement: one well-formed CBOR map, or the array of a compound one.</param>
/// <param name="AuthenticatorData">What the statement speaks of, always with a credential.</param>
public sealed record AttestationObject(string Format, ReadOnlyMemory<byte> Statement, AuthenticatorData AuthenticatorData)
{
    /// <summary>More bytes than any authenticator sends: a chain of certificates has some thousands.</summary>
    public const int MaxLength = 64 * 1024;

    private const int Members = 3;

    /// <summary>Reads it to the last byte. The members may stand in any order, because browsers differ there.</summary>
    public static Result<AttestationObject> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxLength) return WebAuthnErrors.TooLong;
        if (CborShape.Measure(bytes.Span) is not { } length) return WebAuthnErrors.MalformedCbor;
        if (length != bytes.Length) return WebAuthnErrors.TrailingBytes;
        try
        {
            return ReadMembers(bytes);
        }
        catch (Exception error) when (error is CborContentException or InvalidOperationException)
        {
            // Duplicate keys, text that is no UTF-8, a member of another type.
            return WebAuthnErrors.MalformedAttestationObject;
        }
    }

    private static Result<AttestationObject> ReadMembers(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Strict);
        if (reader.ReadStartMap() != Members) return WebAuthnErrors.MalformedAttestationObject;
        string? format = null;
        ReadOnlyMemory<byte>? statement = null, authenticatorData = null;
        for (var i = 0; i < Members; i++)
        {
            switch (reader.ReadTextString())
            {
                case "fmt": format = reader.ReadTextString(); break;
                case "attStmt":
                    // A list of statements is the one form that is no map (8.9).
                    if (reader.PeekState() is not (CborReaderState.StartMap or CborReaderState.StartArray)) return WebAuthnErrors.MalformedAttestationObject;
                    statement = reader.ReadEncodedValue();
                    break;
                case "authData": authenticatorData = reader.ReadByteString(); break;
                default: return WebAuthnErrors.MalformedAttestationObject;
            }
        }

        reader.ReadEndMap();
        if (format is null || statement is null || authenticatorData is null) return WebAuthnErrors.MalformedAttestationObject;
        var data = AuthenticatorData.Read(authenticatorData.Value);
        if (!data.Succeeded) return data.Error;
        return data.Value.Credential is null ? WebAuthnErrors.NoCredential : new AttestationObject(format, statement.Value, data.Value);
    }
}
