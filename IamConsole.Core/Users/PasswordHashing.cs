using IamConsole.Core.Users.Hashing;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Core.Users;

/// <summary>
/// Hashes passwords on threads of its own, as many as there are cores, behind bounded and fair queues: a flood of sign-ins
/// neither blocks the thread pool nor piles up without end, and makes nobody wait but those who send it.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private static readonly IamUser Nobody = CreateUser.New("000000000000", "nobody", "/", DateTimeOffset.UnixEpoch);

    private readonly IPasswordHasher<IamUser> _hasher;
    private readonly HashUse _use;
    private readonly HashTimes _times;
    private readonly HashThreads _threads;
    private readonly HashlessWaits _hashless;
    private readonly Lazy<string> _dummy;

    /// <summary>Starts the threads.</summary>
    public PasswordHashing(Argon2idPasswordHasher hasher)
        : this(hasher, Environment.ProcessorCount, HashBounds.Default, TimeProvider.System)
    {
    }

    // Real time, whatever a test does to the clock: it measures what a hash takes.
    internal PasswordHashing(IPasswordHasher<IamUser> hasher, int threads, HashBounds bounds, TimeProvider clock)
    {
        _hasher = hasher;
        _use = new HashUse(clock);
        _times = new HashTimes(clock);
        _dummy = new Lazy<string>(() => _times.Measure(() => _hasher.HashPassword(Nobody, "not the password of anybody")));
        _threads = new HashThreads(_use, bounds, threads);
        _hashless = new HashlessWaits(_use, bounds, _times, threads, clock);

        // Made now: otherwise the first unknown user after a start would cost two hashes.
        _ = _threads.RunAsync(HashAsker.Operator, () => _dummy.Value, CancellationToken.None);
    }

    /// <summary>How many wait at the door.</summary>
    internal int Waiting => _threads.Waiting;

    /// <summary>Hashes a new password.</summary>
    /// <exception cref="HashingBusyException">Too many wait.</exception>
    public Task<string> HashAsync(string password, HashAsker asker, CancellationToken ct) =>
        _threads.RunAsync(asker, () => _hasher.HashPassword(Nobody, PasswordText.Normalize(password)), ct);

    /// <summary>
    /// Verifies a password. Without a stored hash it costs the same time and fails, so that an unknown user looks like a
    /// wrong password. A password over the limit fails unhashed (security bar C82). A hash that was made before passwords were
    /// normalised still opens, and is to be renewed.
    /// </summary>
    /// <exception cref="HashingBusyException">Too many wait.</exception>
    public async Task<PasswordVerificationResult> VerifyAsync(string? storedHash, string password, HashAsker asker, CancellationToken ct)
    {
        if (ConsolePasswordRules.IsTooLongToHash(password)) return PasswordVerificationResult.Failed;
        var result = await _threads.RunAsync(asker, () => Verify(storedHash, password), ct);
        if (result is not PasswordVerificationResult.Failed) _use.Forgive(asker);
        return result;
    }

    /// <summary>Takes the time of <see cref="VerifyAsync"/> and does nothing: for an attempt that is refused in any case.</summary>
    /// <exception cref="HashingBusyException">Too many wait.</exception>
    public Task PretendAsync(HashAsker asker, CancellationToken ct) => _hashless.WaitAsync(asker, ct);

    /// <summary>Ends the threads once nobody waits.</summary>
    public void Dispose() => _threads.Dispose();

    private PasswordVerificationResult Verify(string? storedHash, string password)
    {
        var (hash, normal) = (storedHash ?? _dummy.Value, PasswordText.Normalize(password));
        var result = _times.Measure(() => _hasher.VerifyHashedPassword(Nobody, hash, normal));
        if (result is PasswordVerificationResult.Failed && normal != password
            && _hasher.VerifyHashedPassword(Nobody, hash, password) is not PasswordVerificationResult.Failed)
            result = PasswordVerificationResult.SuccessRehashNeeded;
        return storedHash is null ? PasswordVerificationResult.Failed : result;
    }
}
