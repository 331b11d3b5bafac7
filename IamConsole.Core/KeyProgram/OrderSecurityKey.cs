using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>Orders a free security key for the account. Root alone may: the console's own policies say so.</summary>
public sealed class OrderSecurityKey(Gate gate, TimeProvider clock, AddressProtector addresses)
{
    private const string Event = "OrderSecurityKey";

    /// <summary>
    /// Checks every rule again, takes a number and one key of the stock, and places the order. Root's own row is held by the
    /// gate, so two orders of one account come one after the other.
    /// </summary>
    public async Task<Result<PlacedKeyOrder>> RunAsync(Caller caller, WantedKey wanted, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.OrderSecurityKey, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account, clock.GetUtcNow());

        // First the number: whoever switches the program off meanwhile waits for this order, or this order for him.
        if (await TakeNumberAsync(operation, ct) is not { } number) return await operation.RefuseAsync(Event, KeyProgramErrors.Off);
        var rules = await db.KeyProgramRules.AsNoTracking().SingleAsync(ct);
        var conditions = await KeyConditions.OfAsync(operation, rules, now, ct);
        if (conditions.FirstOrDefault(c => !c.IsMet) is { } missed)
            return await operation.RefuseAsync(Event, KeyProgramErrors.NotEligible, details: new { condition = missed.Kind.ToString() });
        if (wanted.ModelId is null) return KeyProgramErrors.NoModel;
        if (ShippingAddressRules.Check(wanted.Address, account.Country) is [var wrong, ..]) return wrong;
        if (!wanted.AcceptsTerms) return KeyProgramErrors.TermsNotAccepted;
        if (!await ReserveAsync(operation, wanted.ModelId, ct))
            return await operation.RefuseAsync(Event, KeyProgramErrors.OutOfStock, details: new { model = wanted.ModelId });
        var order = new KeyOrder
        {
            Number = number,
            AccountId = account.Id,
            OpenAccountId = account.Id,
            ModelId = wanted.ModelId,
            ModelName = await db.KeyModels.Where(m => m.Id == wanted.ModelId).Select(m => m.Name).SingleAsync(ct),
            PlacedAt = now,
            ProtectedAddress = addresses.Protect(account.Id, number, wanted.Address.Trimmed()),
        };
        db.KeyOrders.Add(order);
        operation.Audit(Event, target: order.Label, details: new { model = order.ModelId });
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            return await operation.RefuseAsync(Event, KeyProgramErrors.OrderUnderWay);
        }

        return new PlacedKeyOrder(order.Number, order.Label);
    }

    private static async Task<long?> TakeNumberAsync(Operation operation, CancellationToken ct)
    {
        var rules = operation.Db.KeyProgramRules;
        return await rules.Where(r => r.IsOn).ExecuteUpdateAsync(s => s.SetProperty(r => r.LastNumber, r => r.LastNumber + 1), ct) == 1
            ? await rules.Select(r => r.LastNumber).SingleAsync(ct) : null;
    }

    private static async Task<bool> ReserveAsync(Operation operation, string modelId, CancellationToken ct) =>
        await operation.Db.KeyModels.Where(m => m.Id == modelId && m.IsOffered && m.Stock > 0)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Stock, m => m.Stock - 1), ct) == 1;
}
