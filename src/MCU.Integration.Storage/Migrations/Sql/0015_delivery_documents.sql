-- Deleting a message looks for the delivery that sends it; retention asks whether it is over.
create index deliveries_document on deliveries (document_id);
