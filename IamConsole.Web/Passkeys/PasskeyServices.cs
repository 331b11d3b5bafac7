using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Web.Passkeys;

/// <summary>Registers this slice.</summary>
public static class PasskeyServices
{
    /// <summary>Identity's user store and passkey handler; nothing else of Identity's sign-in is used.</summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<IamUser>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddEntityFrameworkStores<IamDbContext>();
        services.AddSingleton<RelyingParty>();
        services.AddSingleton<PasskeyCeremonies>().AddSingleton<PasskeyAnswers>();
        return services;
    }
}
