using System.Text.RegularExpressions;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator offers a model of key; one that was removed comes back with the texts and the stock given now.</summary>
public sealed partial class AddKeyModel(IDbContextFactory<IamDbContext> databases, AuditTrailWriter audit)
{
    /// <summary>Most keys of one model.</summary>
    public const int LargestStock = 1_000_000;

    /// <summary>Adds.</summary>
    public async Task<Result> RunAsync(string id, string name, string? description, int stock, CancellationToken ct)
    {
        if (!Form().IsMatch(id) || !IsText(name, 50) || (description is not null && !IsText(description, 120)) || stock is < 0 or > LargestStock)
            return KeyProgramErrors.InvalidModel;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var model = await db.KeyModels.SingleOrDefaultAsync(m => m.Id == id, ct);
        if (model is { IsOffered: true }) return KeyProgramErrors.ModelExists;
        if (model is null) db.KeyModels.Add(new KeyModel { Id = id, Name = name.Trim(), Description = description?.Trim(), Stock = stock });
        else (model.Name, model.Description, model.Stock, model.IsOffered) = (name.Trim(), description?.Trim(), stock, true);
        audit.Write(db, "CreateSecurityKeyModel", AuditActor.Operator, ClientInfo.Operator, accountId: null, target: id, details: new { name, stock });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Success();
    }

    private static bool IsText(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
