using System.Buffers.Binary;

namespace IamConsole.Core.Attestation.Tpm;

/// <summary>Reads the big-endian structures of TPM 2.0 Part 2 from the front; <see cref="Failed"/> once anything was missing.</summary>
internal ref struct TpmReader(ReadOnlyMemory<byte> data)
{
    private ReadOnlyMemory<byte> _rest = data;

    public bool Failed { get; private set; }

    /// <summary>Whether everything was there and nothing is left.</summary>
    public readonly bool IsComplete => !Failed && _rest.IsEmpty;

    public ReadOnlyMemory<byte> Bytes(int length)
    {
        if (Failed || _rest.Length < length)
        {
            Failed = true;
            return default;
        }

        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }

    public ushort UInt16() => Bytes(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes.Span) : (ushort)0;

    public uint UInt32() => Bytes(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes.Span) : 0;

    /// <summary>A TPM2B: two bytes of length, then as many bytes.</summary>
    public ReadOnlyMemory<byte> Sized() => Bytes(UInt16());
}
