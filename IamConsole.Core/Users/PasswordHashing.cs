using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Core.Users;

/// <summary>
/// Hashes passwords on threads of its own, as many as there are cores, behind a bounded queue: a sign-in storm
/// neither blocks the thread pool nor piles up without end.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private const int DefaultCapacity = 256;
    private static readonly IamUser Nobody = CreateUser.New("000000000000", "nobody", "/", DateTimeOffset.UnixEpoch);

    private readonly IPasswordHasher<IamUser> _hasher;
    private readonly BlockingCollection<Action> _queue;
    private readonly Lazy<string> _dummy;

    /// <summary>Starts the threads.</summary>
    public PasswordHashing(Argon2idPasswordHasher hasher)
        : this(hasher, Environment.ProcessorCount, DefaultCapacity)
    {
    }

    internal PasswordHashing(IPasswordHasher<IamUser> hasher, int threads, int capacity)
    {
        _hasher = hasher;
        _queue = new BlockingCollection<Action>(capacity);
        _dummy = new Lazy<string>(() => _hasher.HashPassword(Nobody, "not the password of anybody"));
        for (var i = 0; i < threads; i++)
            new Thread(Work) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "Password hashing" }.Start();

        // Made now: otherwise the first unknown user after a start would cost two hashes.
        _queue.Add(() => _ = _dummy.Value);
    }

    /// <summary>Hashes a new password.</summary>
    /// <exception cref="HashingBusyException">The queue is full.</exception>
    public Task<string> HashAsync(string password, CancellationToken ct) =>
        Enqueue(() => _hasher.HashPassword(Nobody, password), ct);

    /// <summary>
    /// Verifies a password. Without a stored hash it costs the same time and fails, so that an unknown user looks like a
    /// wrong password. A password over the limit fails unhashed (security bar C82).
    /// </summary>
    /// <exception cref="HashingBusyException">The queue is full.</exception>
    public Task<PasswordVerificationResult> VerifyAsync(string? storedHash, string password, CancellationToken ct) =>
        ConsolePasswordRules.IsTooLongToHash(password)
            ? Task.FromResult(PasswordVerificationResult.Failed)
            : Enqueue(() =>
            {
                var result = _hasher.VerifyHashedPassword(Nobody, storedHash ?? _dummy.Value, password);
                return storedHash is null ? PasswordVerificationResult.Failed : result;
            }, ct);

    /// <summary>Ends the threads once the queue is empty.</summary>
    public void Dispose() => _queue.CompleteAdding();

    private Task<T> Enqueue<T>(Func<T> hash, CancellationToken ct)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var added = _queue.TryAdd(() =>
        {
            if (ct.IsCancellationRequested)
            {
                done.TrySetCanceled(ct);
                return;
            }

            try
            {
                done.TrySetResult(hash());
            }
            catch (Exception error)
            {
                done.TrySetException(error);
            }
        });
        return added ? done.Task : throw new HashingBusyException();
    }

    private void Work()
    {
        foreach (var item in _queue.GetConsumingEnumerable()) item();
    }
}
