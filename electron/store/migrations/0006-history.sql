-- Acts in the order in which they came into this file, whatever the clocks say: undo goes back through one's own in this order.
ALTER TABLE act ADD COLUMN number INTEGER;
UPDATE act SET number = ordered.number FROM (SELECT id, row_number() OVER (ORDER BY at, id) AS number FROM act) AS ordered WHERE ordered.id = act.id;
CREATE INDEX act_own ON act (user, number);
-- Deleted records, to be found and brought back.
CREATE INDEX head_deleted ON head (record) WHERE field = '$deleted';
