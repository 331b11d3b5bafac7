using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Passkeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.Passkeys;

/// <summary>T46: one thing altered at a time, each refused.</summary>
public sealed class PasskeyCeremoniesTests
{
    public static TheoryData<string> Alterations =>
        ["type", "origin", "foreign port", "rpIdHash", "challenge", "user presence", "signature", "counter", "backup state without eligibility"];

    [Fact]
    public async Task An_untouched_answer_is_proven_and_only_for_its_owner()
    {
        await using var org = await Organisation.OpenAsync();
        using var key = await RegisteredAsync(org, "amina.diallo");
        var ceremonies = org.Server.Get<PasskeyCeremonies>();
        var (amina, chen) = (await IdOfAsync(org, "amina.diallo"), await IdOfAsync(org, "chen.yulan"));
        var options = await ceremonies.BeginAuthenticationAsync(amina);
        var answer = key.Get(options.Json);
        Assert.NotNull(await ceremonies.FinishAuthenticationAsync(answer, options.State, amina));
        Assert.Null(await ceremonies.FinishAuthenticationAsync(answer, options.State, chen));
        var others = await ceremonies.BeginAuthenticationAsync(chen);
        Assert.Null(await ceremonies.FinishAuthenticationAsync(key.Get(others.Json), others.State, chen));
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task An_altered_assertion_is_refused(string alteration)
    {
        await using var org = await Organisation.OpenAsync();
        using var key = await RegisteredAsync(org, "amina.diallo");
        var ceremonies = org.Server.Get<PasskeyCeremonies>();
        var amina = await IdOfAsync(org, "amina.diallo");
        var options = await ceremonies.BeginAuthenticationAsync(amina);
        switch (alteration)
        {
            case "type": key.Type = "webauthn.create"; break;
            case "origin": key.Origin = "https://evil.example"; break;
            case "foreign port": key.Origin = "http://localhost:1"; break;
            case "rpIdHash": key.RpId = "evil.example"; break;
            case "challenge": key.Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"; break;
            case "user presence": key.Flags = 0; break;
            case "signature": key.SpoilSignature = true; break;
            case "counter": key.Counter = 1; break;
            default: key.Flags = 0x11; break;
        }

        Assert.Null(await ceremonies.FinishAuthenticationAsync(key.Get(options.Json), options.State, amina));
    }

    [Fact]
    public async Task A_registration_for_another_user_or_of_another_challenge_is_refused()
    {
        await using var org = await Organisation.OpenAsync();
        var ceremonies = org.Server.Get<PasskeyCeremonies>();
        var (amina, chen) = (await IdOfAsync(org, "amina.diallo"), await IdOfAsync(org, "chen.yulan"));
        using var key = new SoftwareKey { Origin = org.Server.Url.GetLeftPart(UriPartial.Authority) };
        var (first, second) = (await ceremonies.BeginRegistrationAsync(amina, "amina"), await ceremonies.BeginRegistrationAsync(amina, "amina"));
        Assert.Null(await ceremonies.FinishRegistrationAsync(key.Create(first.Json), second.State, amina));
        Assert.Null(await ceremonies.FinishRegistrationAsync(key.Create(first.Json), first.State, chen));
        Assert.Null(await ceremonies.FinishRegistrationAsync("{}", first.State, amina));
        Assert.NotNull(await ceremonies.FinishRegistrationAsync(key.Create(first.Json), first.State, amina));
    }

    private static async Task<SoftwareKey> RegisteredAsync(Organisation org, string userName)
    {
        var ceremonies = org.Server.Get<PasskeyCeremonies>();
        var key = new SoftwareKey { Origin = org.Server.Url.GetLeftPart(UriPartial.Authority) };
        var userId = await IdOfAsync(org, userName);
        var options = await ceremonies.BeginRegistrationAsync(userId, userName);
        var facts = await ceremonies.FinishRegistrationAsync(key.Create(options.Json), options.State, userId);
        Assert.NotNull(facts);
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync();
        db.UserPasskeys.Add(new IdentityUserPasskey<string>
        {
            UserId = userId,
            CredentialId = facts.Passkey.CredentialId,
            Data = new IdentityPasskeyData
            {
                PublicKey = facts.Passkey.PublicKey,
                SignCount = facts.Passkey.SignCount,
                AttestationObject = facts.Passkey.AttestationObject,
                ClientDataJson = facts.Passkey.ClientDataJson,
                Transports = facts.Passkey.Transports,
                CreatedAt = org.Server.Clock.GetUtcNow(),
            },
        });
        await db.SaveChangesAsync();
        key.Counter = 2;
        return key;
    }

    private static async Task<string> IdOfAsync(Organisation org, string userName)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync();
        return await db.Users.Where(u => u.Name == userName).Select(u => u.Id).SingleAsync();
    }
}
