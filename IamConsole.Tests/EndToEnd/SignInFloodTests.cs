using System.Diagnostics;
using System.Globalization;
using System.Net;
using IamConsole.Core.Users;
using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>
/// A flood at the door with the released cost of a hash, and an honest person beside it. Times bind only when they were asked
/// for, on a quiet machine: <c>IAM_FLOOD_SIGN_INS=40</c>. <c>HashFairnessTests</c> proves the order of turns always.
/// </summary>
public sealed class SignInFloodTests(ITestOutputHelper output)
{
    private const int BindingFrom = 40;

    [Theory]
    [InlineData("one address", 60)]
    [InlineData("one address", 500)]
    [InlineData("60 addresses", 60)]
    [InlineData("60 networks of one /56", 60)]
    [InlineData("60 names", 60)]
    public async Task An_honest_sign_in_goes_on_beside_a_flood(string kind, int connections)
    {
        var tries = int.Parse(Environment.GetEnvironmentVariable("IAM_FLOOD_SIGN_INS") ?? "2", CultureInfo.InvariantCulture);
        if (tries < BindingFrom) connections = Math.Min(connections, 12);
        await using var org = await Organisation.OpenAsync(new ConsoleServer(
            new() { ["Proxy:KnownAddresses:0"] = "127.0.0.1", ["Proxy:KnownAddresses:1"] = "::1" }, cost: Argon2Cost.Default));
        var quiet = await HonestAsync(org, tries);
        using var end = new CancellationTokenSource();
        var (refused, checkedPasswords) = (0, 0);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var flood = Enumerable.Range(0, connections).Select(i => FloodAsync(org, kind, i, status =>
        {
            if (status is HttpStatusCode.ServiceUnavailable) Interlocked.Increment(ref refused);
            else if (Interlocked.Increment(ref checkedPasswords) >= 10) begun.TrySetResult();
        }, end.Token)).ToList();
        await begun.Task;

        var beside = await HonestAsync(org, tries);

        await end.CancelAsync();
        await Task.WhenAll(flood);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}, {connections} connections: p95 quiet {Late(quiet):0} ms, beside the flood {Late(beside):0} ms ({Late(beside) / Late(quiet):0.0} times), medians {quiet.Order().ElementAt(tries / 2):0} and {beside.Order().ElementAt(tries / 2):0} ms; {checkedPasswords} answered, {refused} told to try again"));
        if (tries >= BindingFrom) Assert.InRange(Late(beside) / Late(quiet), 0, 3);
    }

    private static async Task<List<double>> HonestAsync(Organisation org, int tries)
    {
        var times = new List<double>();
        for (var i = 0; i < tries; i++)
        {
            using var amina = new RawVisitor(org);
            amina.Client.Headers["X-Forwarded-For"] = "198.51.100.7";
            var form = await amina.Client.GetAsync("/signin");
            var begun = Stopwatch.GetTimestamp();
            var answer = await amina.Client.SubmitAsync(form, new()
            {
                ["Input.Account"] = org.Lumen.Alias,
                ["Input.UserName"] = org.Amina.Name,
                ["Input.Password"] = org.Amina.Password,
            });
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        }

        return times;
    }

    // One connection: the form once, then one guess after another.
    private static async Task FloodAsync(Organisation org, string kind, int number, Action<HttpStatusCode> answered, CancellationToken end)
    {
        using var guesser = new RawVisitor(org, "Flood/1.0");
        guesser.Client.Headers["X-Forwarded-For"] = kind switch
        {
            "60 addresses" => $"203.0.113.{number}",
            "60 networks of one /56" => $"2001:db8:aa:{number:x}::1",
            _ => "203.0.113.1",
        };
        RawResponse? form = null;
        for (var guess = 0; !end.IsCancellationRequested; guess++)
        {
            if (form is null)
            {
                form = await guesser.Client.GetAsync("/signin");
                if (form.Status is HttpStatusCode.OK) continue;
                answered(form.Status);
                form = null;
                continue;
            }

            var answer = await guesser.Client.SubmitAsync(form, new()
            {
                ["Input.Account"] = org.Lumen.Alias,
                ["Input.UserName"] = kind == "60 names" ? $"name-{number}" : org.Chen.Name,
                ["Input.Password"] = $"guess {guess}",
            });
            answered(answer.Status);
        }
    }

    private static double Late(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.95) - 1);
}
