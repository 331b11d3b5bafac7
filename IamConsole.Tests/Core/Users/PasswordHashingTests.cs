using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Tests.Core.Users;

public sealed class PasswordHashingTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task An_unknown_user_costs_the_same_hash_and_fails()
    {
        var hasher = new CountingHasher();
        using var hashing = new PasswordHashing(hasher, threads: 1, capacity: 8);
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "anything", Ct));
        Assert.Equal(1, hasher.Verified);
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "not the password of anybody", Ct));
    }

    [Fact]
    public async Task Hashes_never_run_on_the_thread_pool()
    {
        var hasher = new CountingHasher();
        using var hashing = new PasswordHashing(hasher, threads: 2, capacity: 64);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hashing.VerifyAsync(null, "anything", Ct)));
        Assert.Equal(20, hasher.Verified);
        Assert.Equal(0, hasher.OnThreadPool);
    }

    [Fact]
    public async Task Beyond_the_queue_the_answer_is_busy_and_the_queue_recovers()
    {
        var hasher = new CountingHasher();
        using var hashing = new PasswordHashing(hasher, threads: 1, capacity: 2);
        hasher.Gate.Reset();
        var waiting = new List<Task>();
        await Assert.ThrowsAsync<HashingBusyException>(async () =>
        {
            // One is being hashed and two wait, so the fourth at the latest is refused.
            for (var i = 0; i < 4; i++) waiting.Add(hashing.VerifyAsync(null, "anything", Ct));
            await Task.WhenAll(waiting);
        });
        hasher.Gate.Set();
        await Task.WhenAll(waiting);
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "anything", Ct));
    }

    [Fact]
    public async Task A_megabyte_is_refused_at_once_and_unhashed()
    {
        var hasher = new CountingHasher();
        using var hashing = new PasswordHashing(hasher, threads: 1, capacity: 2);

        // Complete before it is waited for: it never stood in the queue.
        var refused = hashing.VerifyAsync(null, new string('x', 1_000_000), Ct);

        Assert.True(refused.IsCompletedSuccessfully);
        Assert.Equal(PasswordVerificationResult.Failed, await refused);
        Assert.Equal(0, hasher.Verified);
    }
}
