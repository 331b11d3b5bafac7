using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IamConsole.Core.AuditTrail;

/// <summary>What the trail keeps outside the database: the chain's key, the key that signs checkpoints, the checkpoints.</summary>
/// <param name="folder">A folder of its own, for its owner alone. Part of the backup, apart from the database's.</param>
public sealed class AuditFiles(DirectoryInfo folder)
{
    private readonly Lock _loading = new();
    private byte[]? _chainKey;

    /// <summary>The folder.</summary>
    public DirectoryInfo Folder => folder;

    /// <summary>
    /// Lies in a folder that <c>backup</c> made, and only there: whoever starts with it starts with an older day's state.
    /// </summary>
    public string CopyMark => PathOf("copied");

    /// <summary>One line for each checkpoint.</summary>
    public string Checkpoints => PathOf("checkpoints.jsonl");

    /// <summary>Whether a trail was vouched for here before.</summary>
    public bool HasCheckpoints => new FileInfo(Checkpoints) is { Exists: true, Length: > 0 };

    /// <summary>The key that auditors check with; a copy belongs into their hands before anything happens.</summary>
    public string PublicKeyFile => PathOf("checkpoint.pub");

    /// <summary>The key of the chain, 32 bytes.</summary>
    /// <exception cref="AuditTrailException">It is missing or damaged.</exception>
    public byte[] ChainKey
    {
        get
        {
            lock (_loading) return _chainKey ??= ReadChainKey();
        }
    }

    /// <summary>The signing key; dispose it.</summary>
    /// <exception cref="AuditTrailException">It is missing or damaged.</exception>
    public ECDsa OpenSigningKey()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Read(SigningKeyFile));
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException or AuditTrailException)
        {
            key.Dispose();
            if (error is AuditTrailException) throw;
            throw new AuditTrailException($"{SigningKeyFile} is damaged. Restore it from the backup.", error);
        }
    }

    /// <summary>The signing key must be there and its public half the one that auditors have; that half alone can be made again.</summary>
    /// <exception cref="AuditTrailException">It is missing or damaged, or the two do not belong together.</exception>
    public void CheckSigningKey()
    {
        using var key = OpenSigningKey();
        var own = key.ExportSubjectPublicKeyInfoPem() + "\n";
        Create(PublicKeyFile, () => own);
        if (PublicKey.Trim() != own.Trim())
            throw new AuditTrailException($"{PublicKeyFile} does not belong to {SigningKeyFile}. Restore the folder 'audit' from the backup.");
    }

    /// <summary>
    /// Moves what is there into a folder <c>former-…</c> beside it, to make room for a new beginning; nothing is thrown away.
    /// </summary>
    /// <param name="time">Names the folder.</param>
    /// <param name="keys">Whether the keys go too, or the checkpoints alone.</param>
    public void SetAside(DateTimeOffset time, bool keys)
    {
        folder.Create();
        var former = folder.CreateSubdirectory(string.Create(CultureInfo.InvariantCulture, $"former-{time:yyyyMMdd'T'HHmmss'Z'}-{RandomId.New()[..4]}"));
        if (!OperatingSystem.IsWindows()) former.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var file in keys ? new[] { ChainKeyFile, SigningKeyFile, PublicKeyFile, Checkpoints } : [Checkpoints])
            if (File.Exists(file)) File.Move(file, Path.Combine(former.FullName, Path.GetFileName(file)));
        lock (_loading) _chainKey = null;
    }

    /// <summary>PEM.</summary>
    public string PublicKey => Read(PublicKeyFile);

    /// <summary>Makes the keys of a new trail; keys that are there stay.</summary>
    public void CreateKeys()
    {
        folder.Create();
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Create(ChainKeyFile, () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(AuditChain.HashLength)) + "\n");
        Create(SigningKeyFile, () =>
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return made.ExportPkcs8PrivateKeyPem() + "\n";
        });
        using var key = OpenSigningKey();
        Create(PublicKeyFile, () => key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    private string ChainKeyFile => PathOf("chain.key");

    private string SigningKeyFile => PathOf("checkpoint.key");

    private byte[] ReadChainKey()
    {
        try
        {
            var key = Convert.FromHexString(Read(ChainKeyFile).Trim());
            return key.Length == AuditChain.HashLength ? key : throw new FormatException();
        }
        catch (FormatException damaged)
        {
            throw new AuditTrailException($"{ChainKeyFile} is damaged. Restore it from the backup.", damaged);
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file, Encoding.ASCII);
        }
        catch (IOException missing)
        {
            throw new AuditTrailException(
                $"The key of the audit trail cannot be read: {file}. Restore the folder 'audit' from the backup.", missing);
        }
    }

    // Written beside and moved into place: a start that is cut off leaves no half key behind.
    private static void Create(string file, Func<string> content)
    {
        if (File.Exists(file)) return;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var part = $"{file}.{RandomId.New()}.new";
        using (var stream = new FileStream(part, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(content()));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
