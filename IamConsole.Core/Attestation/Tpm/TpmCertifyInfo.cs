namespace IamConsole.Core.Attestation.Tpm;

/// <summary>TPMS_ATTEST with a TPMS_CERTIFY_INFO (TPM 2.0 Part 2, 10.12.8 and 10.12.3).</summary>
internal sealed class TpmCertifyInfo
{
    /// <summary>TPM_GENERATED_VALUE.</summary>
    public const uint Generated = 0xff544347;

    /// <summary>TPM_ST_ATTEST_CERTIFY.</summary>
    public const ushort Certify = 0x8017;

    private const int ClockInfoLength = 8 + 4 + 4 + 1;
    private const int FirmwareVersionLength = 8;

    private TpmCertifyInfo()
    {
    }

    public required uint Magic { get; init; }

    public required ushort Type { get; init; }

    public ReadOnlyMemory<byte> ExtraData { get; private set; }

    public ReadOnlyMemory<byte> Name { get; private set; }

    /// <summary>Whether the rest was read to the last byte.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Null when even magic and type are missing.</summary>
    public static TpmCertifyInfo? Read(ReadOnlyMemory<byte> raw)
    {
        var reader = new TpmReader(raw);
        var info = new TpmCertifyInfo { Magic = reader.UInt32(), Type = reader.UInt16() };
        if (reader.Failed) return null;
        reader.Sized(); // qualifiedSigner
        info.ExtraData = reader.Sized();
        reader.Bytes(ClockInfoLength + FirmwareVersionLength);
        info.Name = reader.Sized();
        reader.Sized(); // qualifiedName
        info.IsComplete = reader.IsComplete;
        return info;
    }
}
