using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>One model: facts, history of its certifications, who has one.</summary>
public sealed class GetModel(Gate gate, ModelCatalogue catalogue, TimeProvider clock, IEnumerable<IModelPolicy> policies)
{
    /// <summary>The model with this key.</summary>
    public async Task<Result<ModelDetail>> RunAsync(Caller caller, string modelKey, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetSecurityKeyModel, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var shelf = await catalogue.OpenAsync(operation.Db, ct);
        if (!shelf.ByKey.TryGetValue(modelKey.ToLowerInvariant(), out var model)
            || await ReadMetadata.OfAsync(operation.Db, clock.GetUtcNow(), ct) is not { } state) return MetadataErrors.NoSuchModel;
        var judge = await ModelJudge.OfAsync(policies, operation, ct);
        if (!operation.SeesEverybody) return new ModelDetail(new ModelRow(model, null, judge?.Invoke(model)), null, state);
        var (db, account, isRoot) = (operation.Db, operation.Account.Id, operation.User.IsRoot);
        var holders = db.MfaDevices.AsNoTracking().Where(d => d.AccountId == account && d.MetadataKey == model.Key && d.IsModelProven)
            .Join(db.Users, d => d.UserId, u => u.Id, (d, u) => new { Device = d, User = u }).Where(h => isRoot || !h.User.IsRoot);
        var users = await holders.Select(h => h.User.Id).Distinct().CountAsync(ct);
        var shown = await holders.OrderBy(h => h.User.NormalizedName).ThenBy(h => h.Device.Id).Take(ModelDetail.MostHolders)
            .Select(h => new ModelHolder(h.User.Name, h.User.IsRoot, h.Device.Name, h.Device.CreatedAt, h.Device.LastUsedAt)).ToListAsync(ct);
        return new ModelDetail(new ModelRow(model, users, judge?.Invoke(model)), shown, state);
    }
}
