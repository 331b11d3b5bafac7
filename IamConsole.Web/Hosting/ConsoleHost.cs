using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.TokenStock;
using IamConsole.Web.FidoMetadata;
using IamConsole.Web.MfaDevices.Assign;
using Microsoft.AspNetCore.DataProtection;

namespace IamConsole.Web.Hosting;

/// <summary>What the server and the operator commands share: data folder, database, key ring, use cases.</summary>
public static class ConsoleHost
{
    /// <summary>The address when nothing else is chosen.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Adds Core on the configured database.</summary>
    public static DataFolder AddConsole(this IHostApplicationBuilder builder)
    {
        var folder = DataFolder.Open(builder.Configuration["data"]);
        var services = builder.Services;
        services.AddSingleton(folder).AddSingleton(new AuditFiles(folder.Audit));
        services.AddDataProtection().SetApplicationName("IamConsole").PersistKeysToFileSystem(folder.Keys);
        services.AddOptions<MfaOptions>().BindConfiguration(MfaOptions.Section)
            .Validate(o => MfaOptions.IsIssuer(o.Issuer), "Mfa:Issuer is 1 to 64 visible characters without a colon, also not written as %3A.")
            .ValidateOnStart();
        services.AddSingleton(new TokenVendors(OperatorFile.Read(
            folder, "token-vendors.json", TokenVendors.Original, v => !string.IsNullOrWhiteSpace(v.Name) && Partition.All.Contains(v.Partition))));
        services.AddSingleton(new AuthenticatorApps(
            OperatorFile.Read(folder, "authenticator-apps.json", AuthenticatorApps.Original, AuthenticatorApps.IsGood)));
        services.AddIamCore().AddMetadataSource();
        if (builder.Configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres) services.AddIamPostgres(postgres);
        else services.AddIamSqlite(folder.Database);
        return folder;
    }
}
