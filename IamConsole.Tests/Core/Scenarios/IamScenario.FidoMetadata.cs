using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Tests.Core.FidoMetadata;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>Loads metadata number 7 with what <paramref name="fill"/> puts into it.</summary>
    public async Task<Result<MetadataLoad>> LoadMetadataAsync(MetadataAuthority authority, Action<TestBlob> fill)
    {
        using var blob = new TestBlob(authority);
        fill(blob);
        return await Get<LoadMetadata>().RunAsync(blob.Build(), authority.Trust, "test.jwt", Ct);
    }

    /// <summary>The user's security keys become keys of a model, proven by their attestation.</summary>
    public Task<int> ProveModelAsync(string userId, string modelKey) => ReadAsync(db => db.MfaDevices.Where(d => d.UserId == userId && d.CredentialId != null)
        .ExecuteUpdateAsync(s => s.SetProperty(d => d.MetadataKey, modelKey).SetProperty(d => d.IsModelProven, true), Ct));
}
