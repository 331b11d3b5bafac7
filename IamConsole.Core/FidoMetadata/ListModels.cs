using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>"FIDO-certified products": the models of the loaded metadata, by name, with what the account has of them.</summary>
public sealed class ListModels(Gate gate, ModelCatalogue catalogue, TimeProvider clock, IEnumerable<IModelPolicy> policies)
{
    private const int LargestPage = 100;

    /// <summary>The page behind <see cref="ModelQuery.After"/>.</summary>
    public async Task<Result<ModelPage>> RunAsync(Caller caller, ModelQuery query, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListSecurityKeyModels, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var shelf = await catalogue.OpenAsync(operation.Db, ct);
        var counts = operation.SeesEverybody ? await CountAsync(operation, ct) : null;
        var size = Math.Clamp(query.Size, 1, LargestPage);
        var matching = shelf.Models.Where(m => query.Takes(m) && (!query.OwnedOnly || counts?.ContainsKey(m.Key) == true)).ToList();

        // A key that has gone meanwhile begins again.
        var from = query.After is null ? 0 : matching.FindIndex(m => m.Key == query.After) + 1;
        var rows = matching.Skip(from).Take(size).ToList();
        var judge = await ModelJudge.OfAsync(policies, operation, ct);
        return new ModelPage(
            [.. rows.Select(m => new ModelRow(m, counts is null ? null : counts.GetValueOrDefault(m.Key), judge?.Invoke(m)))],
            shelf.Models.Count, query.IsFiltered ? matching.Count : null, from + size < matching.Count ? rows[^1].Key : null,
            [.. shelf.Models.SelectMany(m => m.Transports).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            await ReadMetadata.OfAsync(operation.Db, clock.GetUtcNow(), ct), judge is not null);
    }

    // A key counts whose attestation has proven the model. Root's devices are root's matter.
    private static async Task<Dictionary<string, int>> CountAsync(Operation operation, CancellationToken ct)
    {
        var (db, account, isRoot) = (operation.Db, operation.Account.Id, operation.User.IsRoot);
        return await db.MfaDevices.AsNoTracking()
            .Where(d => d.AccountId == account && d.MetadataKey != null && d.IsModelProven && (isRoot || db.Users.Any(u => u.Id == d.UserId && !u.IsRoot)))
            .GroupBy(d => d.MetadataKey!).Select(g => new { g.Key, Users = g.Select(d => d.UserId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Users, StringComparer.Ordinal, ct);
    }
}
