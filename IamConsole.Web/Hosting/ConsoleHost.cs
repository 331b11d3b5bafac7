using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.TokenStock;
using IamConsole.Web.FidoMetadata;
using IamConsole.Web.MfaDevices.Assign;
using IamConsole.Web.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace IamConsole.Web.Hosting;

/// <summary>What the server and the operator commands share: data folder, database, key ring, use cases.</summary>
public static class ConsoleHost
{
    /// <summary>The address when nothing else is chosen.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Settings are read once: watching the files would take handles, and change nothing.</summary>
    public const string NoReload = "hostBuilder:reloadConfigOnChange";

    /// <summary>Adds Core on the configured database.</summary>
    /// <exception cref="SettingsException">What the operator has to change.</exception>
    public static DataFolder AddConsole(this IHostApplicationBuilder builder)
    {
        var settings = ConsoleSettings.Read(builder.Configuration);
        var folder = DataFolder.Open(builder.Configuration["data"]);
        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton(folder).AddSingleton(new AuditFiles(folder.Audit));
        services.AddDataProtection().SetApplicationName("IamConsole").PersistKeysToFileSystem(folder.Keys);
        services.AddOptions<MfaOptions>().BindConfiguration(MfaOptions.Section);
        services.AddSingleton(new TokenVendors(OperatorFile.Read(
            folder, "token-vendors.json", TokenVendors.Original, v => !string.IsNullOrWhiteSpace(v.Name) && Partition.All.Contains(v.Partition))));
        services.AddSingleton(new AuthenticatorApps(
            OperatorFile.Read(folder, "authenticator-apps.json", AuthenticatorApps.Original, AuthenticatorApps.IsGood)));
        services.AddIamCore().AddMetadataSource();
        if (settings.Postgres is { } postgres)
        {
            services.AddIamPostgres(postgres);
            return folder;
        }

        folder.CreateDatabase();
        services.AddIamSqlite(folder.Database);
        return folder;
    }
}
