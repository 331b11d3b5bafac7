using System.Text.Json.Nodes;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IamConsole.Web.Passkeys;

/// <summary>
/// The one seam to the WebAuthn library, Identity's own handler: options out, verified facts in.
/// Each call uses a scope of its own, so that circuits hold no database context.
/// </summary>
public sealed partial class PasskeyCeremonies(IServiceScopeFactory scopes, RelyingParty relyingParty, ILogger<PasskeyCeremonies> log)
{
    /// <summary>Options for <c>navigator.credentials.create</c>; the user's own credentials are excluded.</summary>
    public async Task<CeremonyOptions> BeginRegistrationAsync(string userId, string userLabel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var options = await Handler(scope).MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = userId, Name = userLabel, DisplayName = userLabel }, Context(scope));
        var json = JsonNode.Parse(options.CreationOptionsJson)!;
        json["rp"]!["name"] = RelyingParty.Name;
        return new CeremonyOptions(json.ToJsonString(), options.AttestationState ?? "");
    }

    /// <summary>Verifies a registration (WebAuthn Level 3, 7.1); null when it does not hold.</summary>
    public async Task<PasskeyFacts?> FinishRegistrationAsync(string credentialJson, string state, string userId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await Handler(scope).PerformAttestationAsync(new PasskeyAttestationContext
        {
            CredentialJson = credentialJson,
            AttestationState = state,
            HttpContext = Context(scope),
        });
        if (!result.Succeeded) RegistrationRefused(log, result.Failure.Message);
        return result.Succeeded && result.UserEntity.Id == userId
            ? new PasskeyFacts(result.Passkey, AuthenticatorModels.Find(result.Passkey.AttestationObject))
            : null;
    }

    /// <summary>Options for <c>navigator.credentials.get</c>; only this user's credentials are allowed.</summary>
    public async Task<CeremonyOptions> BeginAuthenticationAsync(string userId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await Users(scope).FindByIdAsync(userId);
        var options = await Handler(scope).MakeRequestOptionsAsync(user, Context(scope));
        return new CeremonyOptions(options.RequestOptionsJson, options.AssertionState ?? "");
    }

    /// <summary>Verifies an assertion (WebAuthn Level 3, 7.2) by this very user; null when it does not hold.</summary>
    public async Task<PasskeyProof?> FinishAuthenticationAsync(string credentialJson, string state, string userId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await Handler(scope).PerformAssertionAsync(new PasskeyAssertionContext
        {
            CredentialJson = credentialJson,
            AssertionState = state,
            HttpContext = Context(scope),
        });
        if (!result.Succeeded) AuthenticationRefused(log, result.Failure.Message);
        return result.Succeeded && result.User.Id == userId
            ? new PasskeyProof(result.Passkey.CredentialId, result.Passkey.SignCount, result.Passkey.IsBackedUp, result.Passkey.IsUserVerified)
            : null;
    }

    private IPasskeyHandler<IamUser> Handler(AsyncServiceScope scope) => new PasskeyHandler<IamUser>(
        Users(scope), Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = relyingParty.Id,
            AuthenticatorTimeout = TimeSpan.FromMinutes(5),
            UserVerificationRequirement = "preferred",
            ResidentKeyRequirement = "discouraged",
            AttestationConveyancePreference = "direct",
            ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && relyingParty.IsOwnOrigin(origin.Origin)),
        }));

    private static UserManager<IamUser> Users(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<UserManager<IamUser>>();

    // With domain and origin given the handler reads nothing of the request; a circuit has none.
    private static DefaultHttpContext Context(AsyncServiceScope scope) => new() { RequestServices = scope.ServiceProvider };

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey registration was refused: {Reason}")]
    private static partial void RegistrationRefused(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey assertion was refused: {Reason}")]
    private static partial void AuthenticationRefused(ILogger log, string reason);
}
