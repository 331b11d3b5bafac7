using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.KeyProgram;

internal sealed class KeyProgramRulesConfiguration : IEntityTypeConfiguration<KeyProgramRules>
{
    public void Configure(EntityTypeBuilder<KeyProgramRules> builder)
    {
        builder.ToTable("KeyProgram");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Countries).HasMaxLength(1000);

        // There from the beginning: what switches the program and what takes a number is an update, never a first insert.
        builder.HasData(new KeyProgramRules());
    }
}
