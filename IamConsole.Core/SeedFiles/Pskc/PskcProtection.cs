using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>How a container protects its values (RFC 6030, section 6): the key, and the MAC over them.</summary>
internal sealed class PskcProtection : IDisposable
{
    private readonly bool _isDraft;
    private readonly bool _requireMac;
    private readonly SeedFileException _noKey;
    private readonly byte[]? _iv;
    private byte[]? _key;
    private bool _lengthIsOpen;
    private bool _macIsAnnounced;
    private ValueMac? _mac;

    private PskcProtection(XmlPart? key, bool isDraft, SeedFileOptions options)
    {
        (_isDraft, _requireMac) = (isDraft, options.RequireMac);
        _noKey = new SeedFileException(SeedFileFault.KeyRequired, "The file is encrypted with a pre-shared key: the AES key that the vendor sent apart from it.");
        // The drafts name the encryption once for the whole file, and may give the initialisation vector there.
        Method = key is { Name: "EncryptionMethod" } ? key.Attribute("Algorithm", "algorithm") : null;
        if (Method is not null && Method.Equals("none", StringComparison.OrdinalIgnoreCase)) Method = null;
        if (Method?.StartsWith("PBE", StringComparison.OrdinalIgnoreCase) == true) throw FileFaults.Unsupported("The encryption of this PSKC draft is not supported.");
        _iv = key?.ChildText("IV") is { } iv ? Base64.Decode(iv) ?? throw FileFaults.Malformed("The initialisation vector is not Base64.") : null;
    }

    /// <summary>The encryption of the whole file in drafts, or null.</summary>
    public string? Method { get; }

    /// <exception cref="SeedFileException">A password or key is needed and missing, or the MAC's key does not decrypt.</exception>
    public static PskcProtection Create(XmlPart? key, XmlPart? mac, bool isDraft, SeedFileOptions options)
    {
        var protection = new PskcProtection(key, isDraft, options);
        try
        {
            protection.TakeKey(key, options);
            protection.TakeMac(mac);
            return protection;
        }
        catch
        {
            protection.Dispose();
            throw;
        }
    }

    /// <summary>Checks the MAC, then decrypts. The caller clears what it gets.</summary>
    public byte[]? Open(string? method, byte[] cipher, byte[]? mac, out SeedRowFault? fault)
    {
        fault = null;
        if (_key is null) throw _noKey;
        if (AesValue.Find(method ?? Method) is not { } algorithm) fault = RowFaults.Encryption((method ?? Method ?? "").Split('#')[^1]);
        else if (mac is null && !algorithm.HasIntegrity && (_macIsAnnounced && !_isDraft || _requireMac)) fault = RowFaults.NoMac;
        else if (mac is not null && _mac is null && (!_isDraft || _requireMac)) fault = RowFaults.UnnamedMac;
        else return Open(algorithm, cipher, mac, out fault);
        return null;
    }

    public void Dispose()
    {
        if (_key is not null) CryptographicOperations.ZeroMemory(_key);
        _mac?.Dispose();
    }

    private byte[]? Open(AesValue algorithm, byte[] cipher, byte[]? mac, out SeedRowFault? fault)
    {
        var key = Key(algorithm);
        fault = RowFaults.WrongMac;
        var fits = mac is null || _mac is null || _mac.Fits(cipher, mac);
        // RFC 6030 demands the MAC over the cipher text; the drafts' files have it over the plain text.
        if (!fits && !_isDraft) return null;
        var plain = algorithm.Decrypt(key, _iv, cipher);
        if (plain is not null && (fits || _mac!.Fits(plain, mac!)))
        {
            fault = null;
            return plain;
        }

        if (plain is not null) CryptographicOperations.ZeroMemory(plain);
        fault = fits ? RowFaults.CannotDecrypt : RowFaults.WrongMac;
        return null;
    }

    // A derived key without a stated length is as long as the algorithm wants: PBKDF2 of less is the beginning of more.
    private ReadOnlySpan<byte> Key(AesValue algorithm)
    {
        if (_key is null) throw _noKey;
        if (_key.Length == algorithm.KeyLength || _lengthIsOpen) return _key.AsSpan(0, algorithm.KeyLength);
        throw new SeedFileException(
            SeedFileFault.WrongKey, $"The key has {8 * _key.Length} bits where the file needs {8 * algorithm.KeyLength}.");
    }

    private void TakeKey(XmlPart? key, SeedFileOptions options)
    {
        if (key?.Child("DerivedKey") is { } derived)
        {
            var parameters = Pbkdf2.Read(derived, options.MaxPbkdf2Iterations);
            if (options.Password is null)
                throw new SeedFileException(SeedFileFault.PasswordRequired, "The file is encrypted with a password that the vendor sent apart from it.");
            var password = Encoding.UTF8.GetBytes(options.Password);
            _lengthIsOpen = parameters.KeyLength is null;
            _key = parameters.Derive(password);
            CryptographicOperations.ZeroMemory(password);
        }
        else if (key?.Child("X509Data", "EncryptedKey", "KeyValue", "AgreementMethod") is not null)
        {
            throw FileFaults.Unsupported("The file is encrypted for a public key; only pre-shared keys and passwords are supported.");
        }
        else
        {
            _key = options.PreSharedKey?.ToArray();
        }
    }

    private void TakeMac(XmlPart? method)
    {
        if (method is null) return;
        _macIsAnnounced = true;
        var name = method.Attribute("Algorithm", "algorithm") ?? (method.Name == "MACAlgorithm" ? method.Text : "");
        // pskc-utils writes the element without an algorithm where the encryption needs no MAC.
        if (name.Length == 0) return;
        if (method.Child("MACKey") is { } element)
        {
            var value = EncryptedValue.Read(element) ?? throw FileFaults.Malformed("The key of the MAC is missing.");
            var algorithm = AesValue.Find(value.Method) ?? throw FileFaults.Unsupported("The encryption of the MAC's key is not supported.");
            var macKey = algorithm.Decrypt(Key(algorithm), _iv, value.Cipher);
            if (macKey is null or []) throw new SeedFileException(SeedFileFault.WrongKey, "The key or password is not that of this file.");
            _mac = ValueMac.Create(name, macKey);
        }
        else if (_key is not null)
        {
            _mac = ValueMac.Create(name, _key.ToArray());
        }
    }
}
