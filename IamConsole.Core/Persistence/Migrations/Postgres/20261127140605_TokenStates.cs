using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SuspendedAt",
                table: "MfaDevices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Vendor",
                table: "HardwareTokens",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedSerial",
                table: "HardwareTokens",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256);

            migrationBuilder.AddColumn<string>(
                name: "AccountId",
                table: "HardwareTokens",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Batch",
                table: "HardwareTokens",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Form",
                table: "HardwareTokens",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnerAccountId",
                table: "HardwareTokens",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "HardwareTokens",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "UserId",
                table: "HardwareTokens",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RetiresRemovedTokens",
                table: "Accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "TokenEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TokenId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AccountId = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Actor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UserName = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
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
                name: "IX_HardwareTokens_Partition_AccountId_ExpiresOn_NormalizedSeri~",
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
                name: "IX_HardwareTokens_Partition_AccountId_ExpiresOn_NormalizedSeri~",
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

            migrationBuilder.AlterColumn<string>(
                name: "Vendor",
                table: "HardwareTokens",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedSerial",
                table: "HardwareTokens",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldCollation: "C");

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
