using System.Buffers.Binary;

namespace IamConsole.Core.WebAuthn;

/// <summary>Authenticator data (WebAuthn Level 3, 6.1): what the authenticator signed.</summary>
public sealed record AuthenticatorData
{
    private const int HeaderLength = 37;
    private const int AaguidLength = 16;

    private AuthenticatorData(ReadOnlyMemory<byte> raw) => Raw = raw;

    /// <summary>The bytes as they came.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>SHA-256 of the RP ID, 32 bytes.</summary>
    public ReadOnlyMemory<byte> RpIdHash => Raw[..32];

    /// <summary>See <see cref="AuthenticatorFlags"/>.</summary>
    public AuthenticatorFlags Flags => (AuthenticatorFlags)Raw.Span[32];

    /// <summary>The signature counter; 0 where the authenticator has none.</summary>
    public uint SignCount => BinaryPrimitives.ReadUInt32BigEndian(Raw.Span[33..]);

    /// <summary>The new credential; null in an assertion.</summary>
    public AttestedCredential? Credential { get; private init; }

    /// <summary>Reads it to the last byte: nothing may be missing or follow.</summary>
    public static Result<AuthenticatorData> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderLength) return WebAuthnErrors.TruncatedAuthenticatorData;
        var data = new AuthenticatorData(bytes);
        var rest = bytes[HeaderLength..];
        if (data.Flags.HasFlag(AuthenticatorFlags.AttestedCredential))
        {
            var credential = ReadCredential(ref rest);
            if (!credential.Succeeded) return credential.Error;
            data = data with { Credential = credential.Value };
        }

        if (data.Flags.HasFlag(AuthenticatorFlags.Extensions))
        {
            if (rest.IsEmpty) return WebAuthnErrors.TruncatedAuthenticatorData;
            if (rest.Span[0] >> 5 != 5 || CborShape.Measure(rest.Span) is not { } length) return WebAuthnErrors.MalformedCbor;
            rest = rest[length..];
        }

        return rest.IsEmpty ? data : WebAuthnErrors.TrailingBytes;
    }

    private static Result<AttestedCredential> ReadCredential(ref ReadOnlyMemory<byte> rest)
    {
        if (rest.Length < AaguidLength + 2) return WebAuthnErrors.TruncatedAuthenticatorData;
        var aaguid = new Guid(rest.Span[..AaguidLength], bigEndian: true);
        var idLength = BinaryPrimitives.ReadUInt16BigEndian(rest.Span[AaguidLength..]);
        rest = rest[(AaguidLength + 2)..];

        // 7.1, step 25: the length is bounded before anything else is believed.
        if (idLength is 0 or > 1023) return WebAuthnErrors.CredentialIdLength;
        if (rest.Length <= idLength) return WebAuthnErrors.TruncatedAuthenticatorData;
        var id = rest[..idLength];
        rest = rest[idLength..];
        if (CborShape.Measure(rest.Span) is not { } keyLength) return WebAuthnErrors.MalformedCbor;
        var key = CoseKey.Read(rest[..keyLength]);
        rest = rest[keyLength..];
        return key.Succeeded ? new AttestedCredential(aaguid, id, key.Value) : key.Error;
    }
}
