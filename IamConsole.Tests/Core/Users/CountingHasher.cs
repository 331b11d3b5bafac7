using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Tests.Core.Users;

/// <summary>Counts hashes, notes their threads, and holds them back until the test lets go.</summary>
internal sealed class CountingHasher : IPasswordHasher<IamUser>
{
    private readonly Argon2idPasswordHasher _inner = new(new Argon2Cost(MemoryKiB: 64, Passes: 1));
    private int _verified;
    private int _onPool;

    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    public int Verified => _verified;

    public int OnThreadPool => _onPool;

    public string HashPassword(IamUser user, string password) => _inner.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(IamUser user, string hashedPassword, string providedPassword)
    {
        if (Thread.CurrentThread.IsThreadPoolThread) Interlocked.Increment(ref _onPool);
        Gate.Wait();
        Interlocked.Increment(ref _verified);
        return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
