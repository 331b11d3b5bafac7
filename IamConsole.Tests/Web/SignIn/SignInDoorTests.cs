using System.Net;
using IamConsole.Core.SignIn;
using IamConsole.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IamConsole.Tests.Web.SignIn;

public sealed class SignInDoorTests
{
    [Fact]
    public async Task Beyond_so_many_of_one_network_the_next_is_told_at_once_to_try_again()
    {
        var door = new SignInDoor(each: 2, together: 100, new FakeTimeProvider());
        var inside = new TaskCompletionSource();
        Task[] within = [door.PassAsync(Visit("2001:db8::1"), _ => inside.Task), door.PassAsync(Visit("2001:db8::2"), _ => inside.Task)];
        var (next, elsewhere, page) = (Visit("2001:db8::3"), Visit("2001:db8:0:1::3"), Visit("2001:db8::3", "/users"));

        await door.PassAsync(next, _ => throw new InvalidOperationException("It was let in."));
        await door.PassAsync(elsewhere, _ => Task.CompletedTask);
        await door.PassAsync(page, _ => Task.CompletedTask);

        Assert.Equal((503, "5"), (next.Response.StatusCode, next.Response.Headers.RetryAfter.ToString()));
        next.Response.Body.Position = 0;
        Assert.Contains(SignInErrors.Busy.Message, await new StreamReader(next.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((200, 200), (elsewhere.Response.StatusCode, page.Response.StatusCode));
        inside.SetResult();
        await Task.WhenAll(within);
        await door.PassAsync(next = Visit("2001:db8::3"), _ => Task.CompletedTask);
        Assert.Equal(200, next.Response.StatusCode);
    }

    [Fact]
    public async Task Who_goes_on_asking_after_twenty_refusals_in_a_second_waits_for_each_answer_and_nobody_else_does()
    {
        var clock = new FakeTimeProvider();
        var door = new SignInDoor(each: 1, together: 100, clock);
        var inside = new TaskCompletionSource();
        Task[] within = [door.PassAsync(Visit("192.0.2.1"), _ => inside.Task), door.PassAsync(Visit("192.0.2.2"), _ => inside.Task)];
        var refused = Enumerable.Range(0, 21).Select(_ => door.PassAsync(Visit("192.0.2.1"), _ => Task.CompletedTask)).ToList();

        Assert.All(refused[..20], answer => Assert.True(answer.IsCompletedSuccessfully));
        Assert.False(refused[20].IsCompleted);
        Assert.True(door.PassAsync(Visit("192.0.2.2"), _ => Task.CompletedTask).IsCompletedSuccessfully);
        clock.Advance(SignInDoor.Pause);
        await refused[20];
        Assert.True(door.PassAsync(Visit("192.0.2.1"), _ => Task.CompletedTask).IsCompletedSuccessfully);
        inside.SetResult();
        await Task.WhenAll(within);
    }

    [Fact]
    public void A_full_house_lets_in_the_first_of_a_network_alone_and_is_not_endless()
    {
        var door = new SignInDoor(each: 10, together: 20, new FakeTimeProvider());
        for (var i = 0; i < 20; i++) Assert.True(door.Enter($"crowd-{i % 2}"));

        Assert.False(door.Enter("crowd-0"));
        Assert.True(door.Enter("honest"));
        Assert.False(door.Enter("honest"));
        var more = Enumerable.Range(0, 100).Count(i => door.Enter($"network-{i}"));
        Assert.Equal(19, more);
    }

    private static DefaultHttpContext Visit(string address, string path = "/lumen-labs/signin")
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Path = path;
        context.Request.Headers.Accept = "text/html";
        context.Response.Body = new MemoryStream();
        return context;
    }
}
