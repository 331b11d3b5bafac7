using IamConsole.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.KeyProgram;

internal sealed class KeyOrderConfiguration : IEntityTypeConfiguration<KeyOrder>
{
    public void Configure(EntityTypeBuilder<KeyOrder> builder)
    {
        builder.HasKey(o => o.Number);
        builder.Property(o => o.Number).ValueGeneratedNever();
        builder.Property(o => o.OpenAccountId).HasMaxLength(12);
        builder.Property(o => o.ModelName).HasMaxLength(50);
        builder.Property(o => o.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.Reason).HasMaxLength(200);
        builder.Property(o => o.Tracking).HasMaxLength(64);
        builder.Property(o => o.TrackingUrl).HasMaxLength(500);
        builder.HasOne<Account>().WithMany().HasForeignKey(o => o.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<KeyModel>().WithMany().HasForeignKey(o => o.ModelId).OnDelete(DeleteBehavior.Restrict);

        // Two parallel orders of one account: the second meets this.
        builder.HasIndex(o => o.OpenAccountId).IsUnique();
        builder.HasIndex(o => new { o.AccountId, o.Number });
        builder.HasIndex(o => o.EndedAt).HasFilter("\"ProtectedAddress\" IS NOT NULL");
        builder.Ignore(o => o.Label);
    }
}
