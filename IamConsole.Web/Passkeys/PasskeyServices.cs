using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Web.Passkeys;

/// <summary>Registers this slice.</summary>
public static class PasskeyServices
{
    /// <summary>Identity's user store, the relying party that Core's ceremonies are for, and the nightly judging of keys.</summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<IamUser>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<IamDbContext>();
        return services.AddHostedService<KeyJudgeService>().AddSingleton<RelyingParty>().AddSingleton(s => s.GetRequiredService<RelyingParty>().Identity);
    }
}
