using System.Collections.Concurrent;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Tests.Core.Users.Hashing;

/// <summary>"Hashes" one password after another, each when the test says so, and notes the order.</summary>
internal sealed class OrderedHasher : IPasswordHasher<IamUser>, IDisposable
{
    private readonly SemaphoreSlim _permits = new(0);
    private readonly SemaphoreSlim _started = new(0);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Passwords in the order in which their turn came.</summary>
    public IReadOnlyList<string> Order => [.. _order];

    /// <summary>Lets so many hashes end.</summary>
    public void Permit(int hashes) => _permits.Release(hashes);

    /// <summary>Waits until one more hash has begun, and says of which password.</summary>
    public async Task<string> NextAsync()
    {
        await _started.WaitAsync(TestContext.Current.CancellationToken);
        return _order.Last();
    }

    public string HashPassword(IamUser user, string password)
    {
        _order.Enqueue(password);
        _started.Release();
        _permits.Wait();
        return password;
    }

    public PasswordVerificationResult VerifyHashedPassword(IamUser user, string hashedPassword, string providedPassword) =>
        HashPassword(user, providedPassword) == hashedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;

    public void Dispose()
    {
        _permits.Release(10_000);
        _started.Dispose();
    }
}
