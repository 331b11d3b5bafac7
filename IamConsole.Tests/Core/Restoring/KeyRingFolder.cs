using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Restoring;

/// <summary>A key ring in files, as the product keeps it, and what it becomes when it gets its next key.</summary>
internal sealed class KeyRingFolder : IDisposable
{
    private readonly DirectoryInfo _older = Directory.CreateTempSubdirectory("iam-console-keys-");
    private readonly DirectoryInfo _newer = Directory.CreateTempSubdirectory("iam-console-keys-");

    /// <summary>The ring with its first key alone.</summary>
    public IDataProtectionProvider Older => Open(_older).GetRequiredService<IDataProtectionProvider>();

    /// <summary>The ring with one more key, which encrypts from now on.</summary>
    public IDataProtectionProvider WithNewKey()
    {
        foreach (var file in _older.GetFiles()) file.CopyTo(Path.Combine(_newer.FullName, file.Name));
        var now = TimeProvider.System.GetUtcNow();
        Open(_newer).GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        return Open(_newer).GetRequiredService<IDataProtectionProvider>();
    }

    public void Dispose()
    {
        _older.Delete(recursive: true);
        _newer.Delete(recursive: true);
    }

    private static ServiceProvider Open(DirectoryInfo folder)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDataProtection().SetApplicationName("IamConsole").PersistKeysToFileSystem(folder);
        return services.BuildServiceProvider();
    }
}
