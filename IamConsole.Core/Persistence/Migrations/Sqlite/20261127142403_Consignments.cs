using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Consignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ConsignmentId",
                table: "HardwareTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Consignments",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Partition = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Batch = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Vendor = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    TokenForm = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Fault = table.Column<string>(type: "TEXT", nullable: true),
                    SignatureUnchecked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Good = table.Column<int>(type: "INTEGER", nullable: false),
                    AllOrNothing = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    JobId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consignments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConsignmentRows",
                columns: table => new
                {
                    ConsignmentId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedSerial = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    TokenId = table.Column<string>(type: "TEXT", nullable: true),
                    ProtectedSeed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Algorithm = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Digits = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    DriftSteps = table.Column<int>(type: "INTEGER", nullable: false),
                    Vendor = table.Column<string>(type: "TEXT", nullable: true),
                    Model = table.Column<string>(type: "TEXT", nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsignmentRows", x => new { x.ConsignmentId, x.Number });
                    table.ForeignKey(
                        name: "FK_ConsignmentRows_Consignments_ConsignmentId",
                        column: x => x.ConsignmentId,
                        principalTable: "Consignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_ConsignmentId",
                table: "HardwareTokens",
                column: "ConsignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentRows_ConsignmentId_NormalizedSerial",
                table: "ConsignmentRows",
                columns: new[] { "ConsignmentId", "NormalizedSerial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsignmentRows_ConsignmentId_Verdict_Number",
                table: "ConsignmentRows",
                columns: new[] { "ConsignmentId", "Verdict", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Consignments_AccountId_CreatedAt",
                table: "Consignments",
                columns: new[] { "AccountId", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsignmentRows");

            migrationBuilder.DropTable(
                name: "Consignments");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_ConsignmentId",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "ConsignmentId",
                table: "HardwareTokens");
        }
    }
}
