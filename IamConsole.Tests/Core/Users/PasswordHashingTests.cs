using IamConsole.Core.Users;
using IamConsole.Core.Users.Hashing;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Tests.Core.Users;

public sealed class PasswordHashingTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static HashAsker Somebody => HashAsker.AtSignIn("somebody", new IamConsole.Core.ClientInfo("192.0.2.7", null, null));

    [Fact]
    public async Task An_unknown_user_costs_the_same_hash_and_fails()
    {
        var hasher = new CountingHasher();
        using var hashing = Start(hasher, threads: 1);
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "anything", Somebody, Ct));
        Assert.Equal(1, hasher.Verified);
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "not the password of anybody", Somebody, Ct));
    }

    [Fact]
    public async Task Hashes_never_run_on_the_thread_pool()
    {
        var hasher = new CountingHasher();
        using var hashing = Start(hasher, threads: 2);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hashing.VerifyAsync(null, "anything", Somebody, Ct)));
        Assert.Equal(20, hasher.Verified);
        Assert.Equal(0, hasher.OnThreadPool);
    }

    [Fact]
    public async Task Beyond_the_queue_the_answer_is_busy_and_the_queue_recovers()
    {
        var hasher = new CountingHasher();
        using var hashing = Start(hasher, threads: 1, capacity: 2);
        hasher.Gate.Reset();

        // One is being hashed and two wait, so the fourth at the latest is refused.
        var waiting = Enumerable.Range(0, 4).Select(_ => hashing.VerifyAsync(null, "anything", Somebody, Ct)).ToList();
        Assert.Contains(waiting, w => w is { IsFaulted: true, Exception.InnerException: HashingBusyException });
        hasher.Gate.Set();
        await Task.WhenAll(waiting.Where(w => !w.IsFaulted));
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "anything", Somebody, Ct));
    }

    [Fact]
    public async Task A_megabyte_is_refused_at_once_and_unhashed()
    {
        var hasher = new CountingHasher();
        using var hashing = Start(hasher, threads: 1);

        // Complete before it is waited for: it never stood in the queue.
        var refused = hashing.VerifyAsync(null, new string('x', 1_000_000), Somebody, Ct);

        Assert.True(refused.IsCompletedSuccessfully);
        Assert.Equal(PasswordVerificationResult.Failed, await refused);
        Assert.Equal(0, hasher.Verified);
    }

    private static PasswordHashing Start(CountingHasher hasher, int threads, int capacity = 64) =>
        new(hasher, threads, new HashBounds(capacity, capacity, capacity), TimeProvider.System);
}
