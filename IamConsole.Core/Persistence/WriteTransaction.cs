using Microsoft.EntityFrameworkCore.Storage;

namespace IamConsole.Core.Persistence;

internal sealed class WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? writer = null) : IWriteTransaction
{
    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            writer?.Release();
        }
    }
}
