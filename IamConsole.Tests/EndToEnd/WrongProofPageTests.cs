using IamConsole.Core.Sessions;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

public sealed class WrongProofPageTests
{
    [Fact]
    public async Task The_tenth_wrong_password_at_the_confirmation_ends_the_session_and_says_so()
    {
        await using var org = await Organisation.OpenAsync();
        using var visitor = new RawVisitor(org);
        await visitor.PasswordAsync(org.Amina);
        var page = await visitor.Client.GetAsync("/signin/confirm");
        // Each another: what is sent twice is one attempt.
        for (var i = 0; i < 9; i++) await visitor.Client.SubmitAsync(page, new() { ["Input.Password"] = $"wrong password {i}" });
        Assert.True(await visitor.IsInAsync());

        var last = await visitor.Client.SubmitAsync(page, new() { ["Input.Password"] = "wrong password" });

        Assert.Contains(SessionErrors.TooManyWrongProofs.Message, last.Body, StringComparison.Ordinal);
        Assert.Contains("Sign in again", last.Body, StringComparison.Ordinal);
        Assert.False(await visitor.IsInAsync());
    }
}
