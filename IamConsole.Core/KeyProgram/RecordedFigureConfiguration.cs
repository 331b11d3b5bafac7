using IamConsole.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.KeyProgram;

internal sealed class RecordedFigureConfiguration : IEntityTypeConfiguration<RecordedFigure>
{
    public void Configure(EntityTypeBuilder<RecordedFigure> builder)
    {
        builder.ToTable("KeyProgramFigures");
        builder.HasKey(f => new { f.AccountId, f.Name });
        builder.Property(f => f.Name).HasMaxLength(40);
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
