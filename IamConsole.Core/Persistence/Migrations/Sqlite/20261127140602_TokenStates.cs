using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TokenStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_DeviceId_ImportedAt",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_ExpiresOn",
                table: "HardwareTokens");

            migrationBuilder.AddColumn<long>(
                name: "SuspendedAt",
                table: "MfaDevices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AccountId",
                table: "HardwareTokens",
                type: "TEXT",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Batch",
                table: "HardwareTokens",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Form",
                table: "HardwareTokens",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnerAccountId",
                table: "HardwareTokens",
                type: "TEXT",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "HardwareTokens",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "UserId",
                table: "HardwareTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RetiresRemovedTokens",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "TokenEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TokenId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TokenEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TokenEvents_HardwareTokens_TokenId",
                        column: x => x.TokenId,
                        principalTable: "HardwareTokens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_AccountId_ExpiresOn_NormalizedSerial",
                table: "HardwareTokens",
                columns: new[] { "Partition", "AccountId", "ExpiresOn", "NormalizedSerial" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_AccountId_NormalizedSerial",
                table: "HardwareTokens",
                columns: new[] { "Partition", "AccountId", "NormalizedSerial" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_AccountId_State_ImportedAt",
                table: "HardwareTokens",
                columns: new[] { "Partition", "AccountId", "State", "ImportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_AccountId_State_NormalizedSerial",
                table: "HardwareTokens",
                columns: new[] { "Partition", "AccountId", "State", "NormalizedSerial" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_AccountId_Vendor_NormalizedSerial",
                table: "HardwareTokens",
                columns: new[] { "Partition", "AccountId", "Vendor", "NormalizedSerial" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_Vendor",
                table: "HardwareTokens",
                columns: new[] { "Partition", "Vendor" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_UserId",
                table: "HardwareTokens",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_TokenEvents_TokenId_Id",
                table: "TokenEvents",
                columns: new[] { "TokenId", "Id" });

            migrationBuilder.Sql(TokenStatesSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TokenEvents");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_AccountId_ExpiresOn_NormalizedSerial",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_AccountId_NormalizedSerial",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_AccountId_State_ImportedAt",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_AccountId_State_NormalizedSerial",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_AccountId_Vendor_NormalizedSerial",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_Partition_Vendor",
                table: "HardwareTokens");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_UserId",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "Batch",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "Form",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "OwnerAccountId",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "State",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "UserId",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "RetiresRemovedTokens",
                table: "Accounts");

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_DeviceId_ImportedAt",
                table: "HardwareTokens",
                columns: new[] { "Partition", "DeviceId", "ImportedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_Partition_ExpiresOn",
                table: "HardwareTokens",
                columns: new[] { "Partition", "ExpiresOn" });
        }
    }
}
